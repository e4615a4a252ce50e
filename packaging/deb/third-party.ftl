<#-- What is delivered with the program and is not ours. The licence texts of the libraries are in their jars, those of the Java
     runtime in its folder "legal", the common ones in /usr/share/common-licenses. -->
Parts of this package that are not ours, with the licences that they come under. The texts are in each part's jar
(META-INF), those of the Java runtime in runtime/legal, the common ones in /usr/share/common-licenses.

<#list dependencyMap as e>
<#assign project = e.getKey()/>
${project.groupId}:${project.artifactId} ${project.version}
    ${project.name!project.artifactId}<#if project.url??> - ${project.url}</#if>
<#list e.getValue() as license>
    ${license}
</#list>

</#list>
